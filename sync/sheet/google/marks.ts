/**
 * The last operation that was written into the spreadsheet. It is part of the very batch that it names, and Google carries out a
 * batch whole or not at all: whoever reads it knows whether the batch was done, whatever became of the answer.
 */
export const operationKey = 'guankao.operation';

/** Ids of developer metadata are chosen by who makes them. */
export const operationMetadataId = 720_411;
