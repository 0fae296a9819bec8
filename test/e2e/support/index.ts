/** What every browser journey starts from. */
export { launchBrowser } from '../../support/browser.ts';
export { barriers } from './accessibility.ts';
export { addAgency, addPerson, addUnit, type Caller, callAs, everybodysPassword, founded, founder } from './caller.ts';
export { picture } from './picture.ts';
export { type Planner, type Planning, planners, planning } from './planning.ts';
export { people, type Reporting, reporting, type Someone } from './reporting.ts';
export { type Server, startServer } from './server.ts';
export { type Stage, stage } from './stage.ts';
export { type Looks, settled, type Visitor, visit } from './visitor.ts';
