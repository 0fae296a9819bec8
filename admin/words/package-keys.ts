import { words } from './words.ts';

/** 封包金鑰: our own key, and those of others that are trusted. */
export const packageKeys = words(
  {
    packages: {
      keys: {
        title: '封包金鑰',
        own: '本機關的金鑰',
        ownText: '把金鑰檔交給對方機關一次，並以電話或當面唸出指紋讓對方核對。之後本機關寄出的封包，對方就能確認來源。',
        ownNone: '本機關還沒有金鑰。第一次產生封包時會自動建立，也可以現在建立。',
        ownNoneReader: '本機關還沒有金鑰，請系統管理者建立。',
        make: '建立金鑰',
        replace: '更換金鑰',
        replaceTitle: '要更換本機關的金鑰嗎？',
        replaceText:
          '更換後，所有對方機關都要重新取得並信任新的金鑰檔，才收得到本機關的封包。寄給舊金鑰的封包仍可收取。',
        download: '下載金鑰檔',
        unusable:
          '伺服器上用來封存金鑰的檔案已經不同，這把金鑰無法再簽章。請負責主機的同仁還原原來的檔案，或更換金鑰。',
        fingerprint: '指紋',
        madeAt: '建立時間',
        trusted: '信任的機關',
        trustedText: '只有列在這裡的金鑰所簽章的封包才會收下，也只能寄給這些機關。',
        none: '還沒有信任任何機關。請向對方索取金鑰檔。',
        add: '加入對方的金鑰',
        addTitle: '加入對方機關的金鑰',
        choose: '選擇金鑰檔',
        wrongFile: '這不是金鑰檔，請對方重新下載後寄送。',
        compare: '請以電話或當面，與「%{name}」逐組核對指紋：',
        compared: '我已與對方核對，每一組都相同',
        agency: '這是本系統中的哪個機關',
        agencyHelp: '沒有的話，請先在「機關」新增，並設定上下級關係：填報來自下級，計畫來自上級。',
        addVerb: '信任這把金鑰',
        added: '已加入信任',
        revoke: '撤銷信任',
        revokeTitle: '要撤銷對「%{name}」的信任嗎？',
        revokeText: '之後不再收取以這把金鑰簽章的封包，也不能寄給它；已套用的資料不受影響。',
        revoked: '已撤銷信任',
        since: '加入：',
        revokedAt: '撤銷：',
        another: '這個機關已有信任中的金鑰（%{marks}）。若對方已改用新的，加入後請撤銷舊的那一把。',
        states: { trusted: '信任中', revoked: '已撤銷' },
        is: '即本系統中的「%{name}」',
      },
    },
  },
  {
    packages: {
      keys: {
        title: 'Package keys',
        own: 'Our key',
        ownText:
          'Give the key file to the other agency once, and read the fingerprint to them by telephone or face to face. From then on they know that our packages are ours.',
        ownNone: 'There is no key yet. It is made with the first package, or now.',
        ownNoneReader: 'There is no key yet; ask the administrator to make one.',
        make: 'Make a key',
        replace: 'Replace the key',
        replaceTitle: 'Replace our key?',
        replaceText:
          'All other agencies must then get and trust the new key file before they can take our packages. Packages for the old key can still be received.',
        download: 'Download the key file',
        unusable:
          'The server’s key file (SECRET_KEY_FILE, or secrets/secret.key in the data folder) is another one, so this key can no longer sign. Put the former file back, or replace the key.',
        fingerprint: 'Fingerprint',
        madeAt: 'Made',
        trusted: 'Trusted agencies',
        trustedText: 'Only packages that are signed with these keys are taken in, and packages are made only for them.',
        none: 'Nobody is trusted yet. Ask the other agency for its key file.',
        add: 'Add another agency’s key',
        addTitle: 'Add another agency’s key',
        choose: 'Choose a key file',
        wrongFile: 'This is no key file. Ask for it to be downloaded and sent again.',
        compare: 'Compare the fingerprint with “%{name}”, group by group, by telephone or face to face:',
        compared: 'I compared it with them, and every group is the same',
        agency: 'Which agency of this system it is',
        agencyHelp:
          'If it is missing, add it under “Agencies” first, with its place in the hierarchy: reports come from below, plans from above.',
        addVerb: 'Trust this key',
        added: 'The key is trusted',
        revoke: 'Revoke',
        revokeTitle: 'Revoke the trust in “%{name}”?',
        revokeText:
          'No package signed with this key is taken in any more, and none is made for it. What was applied stays.',
        revoked: 'The trust was revoked',
        since: 'Trusted since ',
        revokedAt: 'Revoked ',
        another:
          'This agency has a trusted key already (%{marks}). If it uses the new one instead, revoke the old one afterwards.',
        states: { trusted: 'Trusted', revoked: 'Revoked' },
        is: '“%{name}” in this system',
      },
    },
  },
);
