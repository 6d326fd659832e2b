package org.rats4j.eat;

import java.util.List;
import java.util.Optional;
import org.rats4j.core.Finding;

/**
 * What was verified of a token, apart from the tokens that are nested in it.
 *
 * @param signatures its envelopes, the outermost first
 * @param profile the profile whose rules it keeps
 * @param findings what was remarked
 */
record VerifiedToken(
    List<EatSignature> signatures, Optional<EatProfile> profile, List<Finding> findings) {}
