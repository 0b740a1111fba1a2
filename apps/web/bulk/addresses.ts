/** Where the API has acts on many operations. */
export const BULK = '/api/v1/bulk';
