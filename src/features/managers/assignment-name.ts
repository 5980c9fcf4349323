import type { Assignment } from '#src/api/wire/managers.ts';

/** What a manager is called wherever one is spoken of. */
export const assignmentName = ({ user, user_id }: Pick<Assignment, 'user' | 'user_id'>) =>
  user?.name || `User ${user_id}`;
