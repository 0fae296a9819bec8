import { useLocaleState, useTranslate } from 'react-admin';
import { say } from '../../sync/model/index.ts';
import type { Sent } from '../data/use-sending.ts';
import { FileReceipts } from '../pages/FileReceipts.tsx';
import { asLocale } from '../words/i18n.ts';
import type { Received } from './use-receiving.ts';

interface Props {
  readonly files: readonly Sent<Received>[];
  readonly onAgain: () => void;
}

/** What became of each package that was just dropped. */
export const Receipts = ({ files, onAgain }: Props) => {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  return (
    <FileReceipts
      words="packages.receive"
      files={files}
      onAgain={onAgain}
      outcomeOf={({ kind, packet: { id, state, problem } }) => ({
        kind,
        text:
          kind === 'refused' && problem
            ? say(problem.code, asLocale(locale), problem.params)
            : translate(`packages.receive.text.${kind}`, { state: translate(`states.package.${state}`) }),
        page: `/packages/${id}/show`,
      })}
    />
  );
};
