package org.rats4j.corim.appraisal;

import java.time.Instant;
import org.rats4j.corim.Corim;

/**
 * A CoRIM that may come into a store.
 *
 * @param corim the CoRIM
 * @param authority who vouches for it
 * @param validFrom from when on both the CoRIM and its signature count
 * @param validUntil up to when both count
 */
record StoreInput(Corim corim, Authority authority, Instant validFrom, Instant validUntil) {}
