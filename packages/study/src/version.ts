/** The version of Oryn that bundles and documents name. */
export const ORYN_VERSION = '0.1.0';
