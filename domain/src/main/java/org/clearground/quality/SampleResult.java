// SPDX-License-Identifier: Apache-2.0
package org.clearground.quality;

/**
 * What became of the inspection of a lot.
 *
 * <p>It holds for the lot as a whole: an item found above the accept number fails all of it, and all of it is worked
 * again, because what the sample judges is the work and not the places that were looked at. Every item found on cleared
 * ground is a critical non-conformity even where the lot passes.
 */
public enum SampleResult {

    /** Not more items were found than the accept number; no statement that there are none. */
    ACCEPTED,

    /** More items were found than the accept number. */
    FAILED,

    /** No sample was taken, by a decision of the authority that is on record; never the outcome of a count. */
    WAIVED
}
