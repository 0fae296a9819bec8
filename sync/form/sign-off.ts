/** Who signs a form, in the order of the boxes below the table. */
export const signers = ['承辦人', '單位主管', '秘書室', '首長'] as const;
