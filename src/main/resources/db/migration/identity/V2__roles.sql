-- The roles of the departments, and those that stand above them.
alter table identity.grants
    drop constraint grants_role_check,
    add constraint grants_role_check check (role in (
        'CUSTOMER', 'ADVISER', 'MANAGER', 'OPERATOR', 'LEGAL', 'SALES', 'BILLING', 'COMPLAINTS_HANDLER', 'QUALITY', 'MARKETING',
        'DATA_PROTECTION_OFFICER', 'AUDITOR', 'ADMINISTRATOR'));

-- Whoever works in a department works in one: a right to its things must not spread to another's.
create unique index grants_one_department on identity.grants (account_id)
    where role in ('OPERATOR', 'LEGAL', 'SALES', 'BILLING', 'COMPLAINTS_HANDLER');
