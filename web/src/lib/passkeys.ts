/** What went wrong between the person, the browser and the device; a person who changes his mind is no failure. */
export type PasskeyTrouble = 'notDone' | 'known' | 'broken';

/** Whether this browser can use a passkey at all. Those that cannot read the server's questions are as if they could not. */
export function passkeysWork(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
}

/** Whether this very device can hold one, behind its fingerprint, face or code. */
export async function deviceHoldsPasskeys(): Promise<boolean> {
  return passkeysWork() && (await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable());
}

/** Whether the browser offers passkeys in the list that opens at the field for the e-mail address. */
export async function passkeysInAutofill(): Promise<boolean> {
  return passkeysWork() && (await PublicKeyCredential.isConditionalMediationAvailable());
}

/** One of the person's passkeys answers the server's question. */
export async function answerWithPasskey(options: unknown, more: CredentialRequestOptions = {}): Promise<object> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON);
  return written(await navigator.credentials.get({ ...more, publicKey }));
}

/** Makes a passkey as the server wants it. */
export async function makePasskey(options: unknown): Promise<object> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON);
  return written(await navigator.credentials.create({ publicKey }));
}

function written(credential: Credential | null): object {
  return (credential as PublicKeyCredential).toJSON();
}

/** `undefined` when it was not the browser or the device that refused. */
export function passkeyTrouble(error: unknown): PasskeyTrouble | undefined {
  if (!(error instanceof DOMException)) return undefined;
  if (error.name === 'NotAllowedError' || error.name === 'AbortError') return 'notDone';
  return error.name === 'InvalidStateError' ? 'known' : 'broken';
}
