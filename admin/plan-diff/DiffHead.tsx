import { useTranslate } from 'react-admin';

interface Props {
  readonly before: string;
  readonly after: string;
}

/** The columns of a comparison: what became of it, how it was, how it is. */
export const DiffHead = ({ before, after }: Props) => {
  const translate = useTranslate();
  return (
    <>
      <colgroup>
        <col className="diff-kind" />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{translate('planDiff.change')}</th>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
    </>
  );
};
