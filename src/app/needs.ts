import type { Permission } from '#src/api/wire/operations.ts';

/** The `handle` of a route: what a person must be allowed to do to see its page. */
export class Needs {
  readonly permission: Permission;

  constructor(permission: Permission) {
    this.permission = permission;
  }
}

export const needOf = (handle: unknown) => (handle instanceof Needs ? handle.permission : undefined);
