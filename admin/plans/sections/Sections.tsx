import Box from '@mui/material/Box';
import type { Plan } from '../../../sync/model/index.ts';
import { mayUse, useSession } from '../../data/index.ts';
import { Part } from './Part.tsx';
import { partNames } from './parts.ts';

/** The parts of a plan that stand before and after its table, folded to one line each. */
export const Sections = ({ plan }: { readonly plan: Plan }) => {
  const { user } = useSession();
  const editable = plan.state === 'draft' && plan.agencyId === user.agencyId && mayUse(user.role, 'plans', 'update');
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1, maxWidth: 960 }}>
      {partNames.map(part => (
        <Part key={part} plan={plan} part={part} editable={editable} />
      ))}
    </Box>
  );
};
