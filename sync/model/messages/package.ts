/** Why a package was refused, or could not be made. */
export const packageMessages = {
  package_not_one: {
    zh: '這不是管考系統的封包，資料未變更。若是表單檔案，請到「收回的表單」上傳。',
    en: 'This is no package of Guankao; nothing was changed. If it is a form, hand it in under “Returned forms”.',
  },
  package_too_large: {
    zh: '封包超過可讀取的上限，資料未變更。請對方把過大的佐證檔案改為連結後重新產生封包。',
    en: 'The package is larger than what can be read; nothing was changed. Have the sender turn large evidence into links and make the package anew.',
  },
  package_altered: {
    zh: '封包內容與寄件機關的簽章不符：途中被更動、損毀，或被重新壓縮。資料未變更，請對方重新寄送原檔。',
    en: 'The package is not as its sender signed it: it was altered, damaged or packed anew on its way. Nothing was changed; ask for the original file again.',
  },
  package_future: {
    zh: '封包標示的產生時間（{packedAt}）晚於本系統現在的時間，兩邊主機的日期有一邊不對，因此不收，資料未變更。請先核對本系統的日期；若無誤，請寄件機關校正主機時間後重新產生封包。',
    en: 'The package says it was made at {packedAt}, which is later than this system’s present time: the clock of one of the two is wrong, so it was refused; nothing was changed. Check the date of this system first; if it is right, have the sender set its clock and make the package anew.',
  },
  package_newer: {
    zh: '封包由較新版的系統產生（格式 {format}），本系統還讀不懂，資料未變更。請更新系統，或請對方以舊版寄送。',
    en: 'The package was made by a newer version (format {format}) that this system cannot read; nothing was changed. Update the system, or ask for a package of the older version.',
  },
  package_faulty: {
    zh: '封包簽章無誤，但內容不合格式，無法讀取；資料未變更。請告知寄件機關的系統管理者。',
    en: 'The package is signed properly, but its content has not the expected shape; nothing was changed. Tell the administrator of the sender.',
  },
  package_unknown_key: {
    zh: '封包由尚未信任的金鑰簽章（指紋 {fingerprint}，自稱「{name}」），資料未變更。請管理者取得對方的金鑰檔、以電話核對指紋後加入信任，再重新收件。',
    en: 'The package is signed with a key that is not trusted here (fingerprint {fingerprint}, calling itself “{name}”); nothing was changed. Have an administrator get the sender’s key file, compare the fingerprint by telephone and trust it, then hand the package in again.',
  },
  package_other_key: {
    zh: '封包不是以「{name}」的金鑰（指紋 {expected}）簽章，而是以指紋 {fingerprint} 的金鑰簽章。請勿收取，並向對方確認。',
    en: 'The package is not signed with the key of “{name}” (fingerprint {expected}) but with one of fingerprint {fingerprint}. Do not take it in; ask the sender.',
  },
  package_revoked_key: {
    zh: '封包由已撤銷信任的金鑰簽章（指紋 {fingerprint}，「{name}」），資料未變更。請向寄件機關確認其現用金鑰。',
    en: 'The package is signed with a key whose trust was revoked (fingerprint {fingerprint}, “{name}”); nothing was changed. Ask the sender which key it uses now.',
  },
  package_not_for_us: {
    zh: '這個封包是寄給「{name}」的，不是本機關，資料未變更。請退還寄件機關。',
    en: 'This package is addressed to “{name}”, not to this agency; nothing was changed. Send it back.',
  },
  package_own: {
    zh: '這是本機關自己產生的封包，不能由本機關收件，資料未變更。請寄給「{name}」。',
    en: 'This package was made by this agency itself and cannot be received here; nothing was changed. Send it to “{name}”.',
  },
  package_replayed: {
    zh: '這個封包產生於 {packedAt}，比已套用的同類封包（{appliedAt}）舊；套用會使資料倒退，因此不收，資料未變更。若確實要用這一個，請先復原較新的封包；若是寄件機關主機時間曾有誤，請對方重新產生封包。',
    en: 'This package was made at {packedAt}, earlier than one of the same content that was applied already ({appliedAt}). Applying it would take the data back, so it was refused; nothing was changed. If this is the one you want, undo the newer one first; if the sender’s clock was wrong, have the package made anew.',
  },
  package_not_below: {
    zh: '「{name}」在本系統中不是本機關的下級機關，不能匯入其填報，資料未變更。請管理者先在「機關」設定隸屬關係。',
    en: '“{name}” is not below this agency in this system, so its reports cannot be imported; nothing was changed. Have an administrator set the hierarchy under “Agencies” first.',
  },
  package_not_above: {
    zh: '「{name}」在本系統中不是本機關的上級機關，其計畫只能匯入為本機關的草案。',
    en: '“{name}” is not above this agency in this system; its plan can only be imported as a draft of this agency.',
  },
  package_asks_not_above: {
    zh: '「{name}」在本系統中不是本機關的上級機關，不能匯入其彙整案，資料未變更。請管理者先在「機關」設定隸屬關係。',
    en: '“{name}” is not above this agency in this system, so what it asks for cannot be imported; nothing was changed. Have an administrator set the hierarchy under “Agencies” first.',
  },
  package_foreign_id: {
    zh: '封包提到的資料不屬於寄件機關或本機關，無法套用，資料未變更。請告知寄件機關的系統管理者。',
    en: 'The package names records that belong neither to its sender nor to this agency; nothing was changed. Tell the administrator of the sender.',
  },
  package_unreadable: {
    zh: '這個封包不能套用：{why}',
    en: 'This package cannot be applied: {why}',
  },
  package_undo_later: {
    zh: '之後又套用了同一內容的較新封包，請先復原較新的那一個；資料未變更。',
    en: 'A newer package of the same content was applied afterwards. Undo that one first; nothing was changed.',
  },
  package_file_kind: {
    zh: '封包內的檔案「{name}」本系統不能接受（種類不符、空白或解壓縮後過大），整個封包未收，資料未變更。請寄件機關更換該檔案後重新產生封包。',
    en: 'The file “{name}” in the package is not taken here (its kind, or empty, or too large when unpacked), so the whole package was refused; nothing was changed. Have the sender replace that file and make the package anew.',
  },
  package_place_fixed: {
    zh: '先前的封包已決定此計畫放在何處，不能更改；資料未變更。',
    en: 'An earlier package settled where this plan goes; that cannot be changed, and nothing was.',
  },
  package_no_accepted: {
    zh: '此查核期還沒有審核通過的填報，未產生封包。',
    en: 'No report of this round has been accepted yet, so no package was made.',
  },
  package_no_findings: {
    zh: '沒有開給該機關的缺失，未產生封包。',
    en: 'There are no findings against that agency, so no package was made.',
  },
  package_not_asked: {
    zh: '「{collection}」沒有請「{name}」填報，未產生封包。請先在彙整案加入該機關。',
    en: '“{collection}” does not ask “{name}” for anything, so no package was made. Add the agency to the collection first.',
  },
  package_workbook_not_made: {
    zh: '「{name}」的表單還沒有做好，未產生封包。請稍候再試。',
    en: 'The workbook for “{name}” is not made yet, so no package was made. Try again shortly.',
  },
  package_nothing_collected: {
    zh: '「{name}」還沒有要交給上級機關的檔案或改善措施，未產生封包。請先上傳填好的表單。',
    en: 'There is nothing to hand in for “{name}” yet, neither a file nor a corrective action, so no package was made. Upload the filled workbook first.',
  },
  package_collection_here: {
    zh: '「{name}」不是由封包匯入的，上級機關就在本系統，上傳後即已收到，不需要封包。',
    en: '“{name}” did not come by package: the bureau works in this system and has what you upload at once. No package is needed.',
  },
  packages_none: {
    zh: '還沒有為這些機關產生封包。請先產生，再下載。',
    en: 'No package was made for these agencies yet. Make them first, then download.',
  },
  packages_too_large: {
    zh: '選取的封包合計超過 4 GB，無法放進一個壓縮檔。請分批下載。',
    en: 'The chosen packages are over 4 GB together and do not fit into one archive. Download them in parts.',
  },
  package_plan_draft: {
    zh: '草案還會變動，未產生封包。請先核定計畫。',
    en: 'A draft may still change, so no package was made. Approve the plan first.',
  },
  package_over_limit: {
    zh: '內容共 {detail}，超過一個封包的上限，未產生封包；資料未變更。請把過大的佐證檔案（如影片）改為連結，再產生一次。',
    en: 'The contents ({detail}) are more than one package may hold, so none was made; nothing was changed. Turn large evidence such as videos into links and make it again.',
  },
  package_over_format: {
    zh: '有資料超出封包格式所能記載的範圍（{detail}），未產生封包；資料未變更。請把這段訊息告知系統管理者。',
    en: 'Some rows are beyond what the format of packages can say ({detail}), so none was made; nothing was changed. Give this message to your administrator.',
  },
  package_file_changed: {
    zh: '佐證檔案的內容與上傳時不同，未產生封包。請告知管理者檢查儲存空間（{sha256}）。',
    en: 'A stored file is not what was uploaded, so no package was made. Tell your administrator to check the storage ({sha256}).',
  },
  key_file_wrong: {
    zh: '這不是金鑰檔，或內容已損毀，未加入信任。請對方重新下載金鑰檔後寄送。',
    en: 'This is no key file, or it is damaged, and was not trusted. Ask for the key file to be downloaded and sent again.',
  },
  key_fingerprint_differs: {
    zh: '核對的指紋與金鑰檔不同，未加入信任。請再以電話向對方核對；若仍不同，檔案可能被調換。',
    en: 'The fingerprint that was compared is not that of the key file; it was not trusted. Compare again by telephone; if it still differs, the file may have been exchanged.',
  },
  key_own: {
    zh: '這是本機關自己的金鑰，不必加入信任。',
    en: 'This is the key of this agency itself; it needs no trust.',
  },
  key_trusted_already: {
    zh: '這把金鑰已經在信任清單中。',
    en: 'This key is trusted already.',
  },
  key_revoked: {
    zh: '這把金鑰的信任已撤銷，不能再寄送或收件。',
    en: 'The trust in this key was revoked; nothing is sent to it or taken from it.',
  },
  key_exists: {
    zh: '本機關已有金鑰。要換新的，請選擇「更換金鑰」。',
    en: 'This agency has a key already. Choose “Replace the key” to make a new one.',
  },
} as const;
