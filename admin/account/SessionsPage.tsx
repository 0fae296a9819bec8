export const SessionsPage = () => null;
export default SessionsPage;
