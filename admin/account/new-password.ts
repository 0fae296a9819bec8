import { passwordRule } from '../../sync/model/index.ts';

export interface NewPassword {
  readonly first: string;
  readonly second: string;
}

export const blankPassword: NewPassword = { first: '', second: '' };

export interface PasswordProblem {
  readonly field: 'first' | 'second';
  readonly message: string;
  readonly params: { readonly min: number; readonly count: number };
}

/** What keeps a new password from being sent, or null. The server knows the common and the earlier ones. */
export function passwordProblem({ first, second }: NewPassword): PasswordProblem | null {
  const params = { min: passwordRule.minLength, count: first.length };
  if (first.length < passwordRule.minLength) return { field: 'first', message: 'account.tooShort', params };
  if (first !== second) return { field: 'second', message: 'account.notRepeated', params };
  return null;
}
