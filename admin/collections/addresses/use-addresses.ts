import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { type AddressChange, type AddressPreview, addressesAnswer, addressPreview } from '../../../sync/model/index.ts';
import { request } from '../../data/index.ts';

/** Looks at what a list of addresses would change, and sets it. @param onDone once it is set */
export function useAddresses(collectionId: string, onDone: () => void) {
  const notify = useNotify();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [preview, setPreview] = useState<AddressPreview | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const url = `/api/collections/${encodeURIComponent(collectionId)}/addresses`;
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return {
    text,
    setText,
    preview,
    busy,
    problem,
    /** @param list without one, what the agencies' own records say */
    look: (list: string | undefined) =>
      attempt(async () => {
        const json = list === undefined ? {} : { text: list };
        const answer = await request(`${url}/preview`, { method: 'POST', json });
        setPreview(addressPreview.parse(answer.json));
      }),
    back: () => {
      setPreview(null);
      setProblem(null);
    },
    apply: (changes: readonly AddressChange[]) =>
      attempt(async () => {
        const answer = await request(url, { method: 'POST', json: { changes } });
        const { changed } = addressesAnswer.parse(answer.json);
        await queries.invalidateQueries();
        notify('collection.addresses.done', { type: 'success', messageArgs: { smart_count: changed } });
        onDone();
      }),
  };
}
