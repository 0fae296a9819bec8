import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';

interface Submission {
  readonly busy: boolean;
  /** What the server said, in the person's language. */
  readonly refusal: string | null;
  readonly onSubmit: (event: FormEvent) => void;
}

/** Sends a plain form once at a time and keeps what was refused beside it; nothing typed is cleared. */
export function useSubmit(send: () => Promise<unknown>): Submission {
  const translate = useTranslate();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    send()
      .catch((error: Error) => setRefusal(translate(error.message, { _: error.message })))
      .finally(() => setBusy(false));
  };
  return { busy, refusal, onSubmit };
}
