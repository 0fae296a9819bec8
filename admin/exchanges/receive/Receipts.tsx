import { useLocaleState, useTranslate } from 'react-admin';
import { say } from '../../../sync/model/index.ts';
import type { Sent } from '../../data/use-sending.ts';
import { FileReceipts } from '../../pages/FileReceipts.tsx';
import { asLocale } from '../../words/i18n.ts';
import type { Received } from './use-receiving.ts';

interface Props {
  readonly files: readonly Sent<Received>[];
  readonly onAgain: () => void;
}

/** What became of each form that was just dropped. */
export const Receipts = ({ files, onAgain }: Props) => {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  return (
    <FileReceipts
      words="exchange.receive"
      files={files}
      onAgain={onAgain}
      outcomeOf={({ kind, exchange: { id, state, problem } }) => ({
        kind,
        text:
          (kind === 'unreadable' || kind === 'foreign') && problem
            ? say(problem.code, asLocale(locale), problem.params)
            : translate(`exchange.receive.text.${kind}`, { state: translate(`states.exchange.${state}`) }),
        page: `/exchanges/${id}/show`,
      })}
    />
  );
};
