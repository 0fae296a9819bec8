import {
  type HttpError,
  useListContext,
  useNotify,
  useRedirect,
  useResourceContext,
  useShowContext,
} from 'react-admin';
import { Failed } from './Failed.tsx';

/** A list that could not be read: that it is empty would be untrue. */
export const ListFailed = () => {
  const { error, refetch } = useListContext();
  return error ? <Failed error={error} onAgain={() => void refetch()} /> : null;
};

/** A record that could not be read. */
export const ShowFailed = () => {
  const { error, refetch } = useShowContext();
  return error ? <Failed error={error} onAgain={() => void refetch()} /> : null;
};

/** What a page of one record does when it cannot be read: back to the list when it is gone, else it says why and offers to try again. */
export function useShowFailing() {
  const notify = useNotify();
  const redirect = useRedirect();
  const resource = useResourceContext();
  return {
    error: <ShowFailed />,
    queryOptions: {
      onError: (error: Error) => {
        if ((error as Partial<HttpError>).status !== 404) return;
        notify('ra.notification.item_doesnt_exist', { type: 'error' });
        redirect('list', resource);
      },
    },
  };
}
