/** Where webhooks may be. */
export interface AddressPolicy {
  /** Whether plain http is allowed, and addresses that are private or of this machine. */
  readonly privateAddresses: boolean;
  /** The only hosts, where there are any. */
  readonly hosts: readonly string[] | undefined;
}

/** Why a webhook cannot have an address, in a sentence that says what to do; nothing if it can. */
export function addressProblem(address: string, { privateAddresses, hosts }: AddressPolicy): string | undefined {
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && !privateAddresses)
    return 'Give an address that begins with https: messages would go in clear.';
  if (hosts && !hosts.includes(hostname)) return `Webhooks may have these hosts alone: ${hosts.join(', ')}.`;
  return undefined;
}
