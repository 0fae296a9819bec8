import { useSession } from '../data/index.ts';
import { homes } from './homes.ts';

export const Home = () => {
  const { user } = useSession();
  const OwnHome = homes[user.role];
  return <OwnHome />;
};

export default Home;
