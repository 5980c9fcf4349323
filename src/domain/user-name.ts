/** What a user is called wherever one is spoken of. */
export const userName = ({ id, name }: { id: number; name?: string | undefined }) => name || `User ${id}`;

/** The same for a manager: the user who is assigned. */
export const assignmentName = ({ user, user_id }: { user?: { name: string } | undefined; user_id: number }) =>
  userName({ id: user_id, name: user?.name });
