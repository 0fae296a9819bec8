// The scripts of package.json run this first. It is plain JavaScript, because a Node that is too old for the rest must be
// able to say so.
if (!process.features.typescript) {
  console.error(
    `Guankao runs on the Node 24 that "npm ci" puts into node_modules, but found only Node ${process.versions.node}: its install script did not run. Run: npm rebuild node --ignore-scripts=false`,
  );
  process.exit(1);
}
