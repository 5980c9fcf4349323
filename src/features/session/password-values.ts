import * as z from 'zod/mini';
import { ApiError } from '#src/api/errors.ts';
import { newPassword } from './AcceptForm.tsx';

export const passwordFormSchema = z
  .object({
    current_password: z.string().check(z.minLength(1, 'Enter the password that you have now.')),
    new_password: newPassword,
  })
  .check(
    z.refine(({ current_password, new_password }) => current_password !== new_password, {
      path: ['new_password'],
      message: 'This is the password that you have now. Choose another one.',
    }),
  );

export const isWrongPassword = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.reason === 'wrong_credentials';

/** A wrong password as something that is wrong with its field. `demo`: people of the sandbox may have none. */
export function atField({ operation, status }: ApiError, demo: boolean): ApiError {
  const hint = demo ? ' A demo person has none until an operator makes a password link for them.' : '';
  const message = `This is not your password.${hint}`;
  return new ApiError({ operation, status, message, fields: { current_password: [message] } });
}
