import type { ConsoleRole } from '#src/api/wire/session.ts';

/** The roles as people read them, with what each is for. */
export const roles: Record<ConsoleRole, { name: string; text: string }> = {
  operator: { name: 'Operator', text: 'Manages widgets, managers, messages and people' },
  support: { name: 'Support', text: 'Has visitors called back and follows calls' },
  manager: { name: 'Manager', text: 'Switches their own availability and hours' },
};
