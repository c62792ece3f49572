/** What shows that data stay in this browser, and the app kept without a network. */
export const proof = {
  lead: 'The browser itself reads your files and counts. There is no server that could receive them: the page came as a few files, and the browser was told to refuse everything else.',
  allowedTitle: 'What the browser allows this page',
  mayAskOwn: 'To ask only the address it came from: {address}',
  mayAskNobody: 'To ask nobody: every request to the network is refused',
  mayAskTiles:
    'To fetch the base map, as your administrator allowed: {addresses}. That address sees which part of the map you look at, never your data',
  mayNotElse: 'Not to send forms and not to run code from elsewhere',
  policy: 'The policy in full',
  askedTitle: 'What this page has asked for since it was opened',
  askedOthers: 'Requests to other addresses',
  askedOwn: 'Requests to its own address',
  addresses: 'Every address',
  checkTitle: 'Check it yourself',
  checkOffline: 'Open your data, switch the network off (airplane mode), and go on working: nothing changes.',
  checkOfflineFile: 'Switch the network off (airplane mode), open this file again and work: nothing changes.',
  checkTools: 'Press F12, choose Network, and work: every request of the page is listed there.',
  offlineTitle: 'Without a server',
  mayKeep:
    'This browser can keep the app itself, about 8 MB, and open it without a network. Your data are not kept.',
  isKept:
    'The app is kept in this browser and opens without a network. A new version is taken when its server is there.',
  keepFailed: 'The browser did not keep the app. In a private window or with storage switched off it cannot.',
  keep: 'Keep the app',
  forget: 'Remove the app',
  close: 'Close',
} as const satisfies Record<string, string>;
