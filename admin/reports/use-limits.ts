import { useQuery } from '@tanstack/react-query';
import { defaultSettings, type Settings, settings } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';

type Limits = Pick<Settings, 'behindThreshold' | 'warningThreshold' | 'dueSoonDays'>;

/** The agency's thresholds; the product's own until they are known. */
export function useLimits(): Limits {
  const { data } = useQuery({
    queryKey: ['settings'],
    queryFn: async () => settings.parse((await request('/api/settings')).json),
  });
  return data ?? defaultSettings;
}
