import { useTranslate } from 'react-admin';
import { passwordRule } from '../../sync/model/index.ts';
import { type NewPassword, passwordProblem } from './new-password.ts';
import { PasswordBox } from './PasswordBox.tsx';

interface Props {
  readonly value: NewPassword;
  readonly onChange: (value: NewPassword) => void;
  /** Problems are told once somebody tried to send. */
  readonly tried: boolean;
}

/** A new password, twice, with the rule beside it. */
export const NewPasswordBoxes = ({ value, onChange, tried }: Props) => {
  const translate = useTranslate();
  const problem = tried ? passwordProblem(value) : null;
  const told = (field: 'first' | 'second') =>
    problem?.field === field ? translate(problem.message, problem.params) : undefined;
  return (
    <>
      <PasswordBox
        label={translate('account.newPassword')}
        value={value.first}
        onChange={first => onChange({ ...value, first })}
        autoComplete="new-password"
        problem={told('first')}
        hint={translate('account.rule', { min: passwordRule.minLength, remembered: passwordRule.remembered })}
      />
      <PasswordBox
        label={translate('account.repeatPassword')}
        value={value.second}
        onChange={second => onChange({ ...value, second })}
        autoComplete="new-password"
        problem={told('second')}
      />
    </>
  );
};
