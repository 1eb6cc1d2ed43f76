import { operation } from '../shared/operation.js';

export const ReportDisplay = operation(`
  mutation ReportDisplay($epoch: ID!, $seq: Int!, $clockOffset: Float!, $width: Int!, $height: Int!) {
    reportDisplay(epoch: $epoch, seq: $seq, clockOffset: $clockOffset, width: $width, height: $height)
  }
`);
