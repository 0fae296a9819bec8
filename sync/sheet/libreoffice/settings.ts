const set = (path: string, name: string, value: string): string =>
  `<item oor:path="/org.openoffice.Office.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

/** Settings of the profile that LibreOffice starts with here: no macro runs, no link is followed, nothing is fetched. */
export const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${set('Common/Security/Scripting', 'MacroSecurityLevel', '3')}
${set('Common/Security/Scripting', 'DisableMacrosExecution', 'true')}
${set('Common/Security/Scripting', 'DisableActiveContent', 'true')}
${set('Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true')}
${set('Calc/Content/Update', 'Link', '2')}
${set('Calc/Formula/Load', 'OOXMLRecalcMode', '1')}
${set('Calc/Formula/Load', 'ODFRecalcMode', '1')}
</oor:items>
`;
