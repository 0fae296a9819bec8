/** Long passwords that lists of leaked ones hold; shorter ones are refused by their length. */
const common = new Set(
  `123456789012 1234567890123 12345678901234 123456123456 111111111111 000000000000 qwertyuiop12 qwertyuiop123
  qwertyuiopas qwerty123456 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1q2w3e4r5t6y 1q2w3e4r5t6y7u q1w2e3r4t5y6 zaq12wsxcde3
  password1234 password12345 password123456 passwordpassword passw0rd1234 p@ssw0rd1234 p@ssword1234 mypassword12
  administrator administrator1 admin1234567 admin12345678 adminadmin12 adminadminadmin letmein12345 welcome12345
  iloveyou1234 iloveyouforever abcdefghijkl abcd1234efgh abc123456789 abcdef123456 a1b2c3d4e5f6 asdfghjkl123
  asdfghjkl1234 zxcvbnm12345 changeme1234 changemenow1 secret123456 superman1234 football1234 baseball1234
  trustno1trustno1 taiwan123456 taipei123456 kaohsiung123 taoyuan12345 guankao12345 guankaoguankao test12345678
  testtesttest qazwsxedcrfv qwerasdfzxcv 1234qwerasdf 1234qwerasdfzxcv 987654321012 1029384756ab monkey123456`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether a password is on the list, is one character or short piece repeated, or contains the account's own name. */
export function isCommonPassword(password: string, account: string): boolean {
  const plain = password.toLowerCase();
  const name = account.split('@')[0]!.toLowerCase();
  return common.has(plain) || /^(.{1,4})\1+$/.test(plain) || (name.length >= 4 && plain.includes(name));
}
