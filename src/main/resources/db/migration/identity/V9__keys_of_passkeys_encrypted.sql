-- From now on the public key is ciphertext bound to account and credential. One that was written before cannot be told from one that was
-- put here: whoever has such a passkey signs in by password and code, and adds it again.
delete from identity.passkeys;
