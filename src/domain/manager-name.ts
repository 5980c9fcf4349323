interface Manager {
  user_id: number;
  user?: { name: string } | null | undefined;
}

/** What a manager is called wherever one is spoken of. */
export const managerName = ({ user, user_id }: Manager) => user?.name || `User ${user_id}`;
