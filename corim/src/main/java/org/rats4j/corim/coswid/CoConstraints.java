package org.rats4j.corim.coswid;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Label;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.TagId;
import org.rats4j.corim.internal.Source;

/** The rules between the members of a tag (RFC 9393, sections 2.4 and 2.5). */
final class CoConstraints {
  private static final String BOTH_FLAGS = "tag is both patch and supplemental";
  private static final String BOTH_COLLECTIONS = "tag has both payload and evidence";

  private CoConstraints() {}

  /**
   * Checks a tag that {@code in} has read last.
   *
   * @throws DecodingException if a rule is broken that no leniency lifts, or that the options do
   *     not lift
   */
  static void check(ConciseSwidTag tag, Source in) throws DecodingException {
    if (tag.isPatch() && tag.isSupplemental()) {
      throw in.fail(Reason.INVALID_VALUE, CoswidCodes.COSWID_PATCH_AND_SUPPLEMENTAL, BOTH_FLAGS);
    }
    if (tag.payload().isPresent() && tag.evidence().isPresent()) {
      throw in.fail(
          Reason.UNEXPECTED_STRUCTURE, CoswidCodes.COSWID_PAYLOAD_AND_EVIDENCE, BOTH_COLLECTIONS);
    }
    for (String rule : brokenInField(tag)) {
      in.deviation(CorimLeniencies.COSWID_CO_CONSTRAINT, Reason.INVALID_VALUE, rule);
    }
    if (tag.isSupplemental() && !hasLink(tag, Rel.SUPPLEMENTAL)) {
      in.warn(
          CoswidCodes.COSWID_SUPPLEMENTAL_LINK,
          "supplemental tag without link to the tag that it adds to");
    }
  }

  /** Returns all rules that the tag breaks. */
  static List<String> broken(ConciseSwidTag tag) {
    List<String> broken = new ArrayList<>();
    if (tag.isPatch() && tag.isSupplemental()) {
      broken.add(BOTH_FLAGS);
    }
    if (tag.payload().isPresent() && tag.evidence().isPresent()) {
      broken.add(BOTH_COLLECTIONS);
    }
    broken.addAll(brokenInField(tag));
    return broken;
  }

  /** Returns the broken rules that tags in the field are known to break. */
  private static List<String> brokenInField(ConciseSwidTag tag) {
    List<String> broken = new ArrayList<>();
    if (tag.entities().stream().noneMatch(entity -> entity.roles().contains(Role.TAG_CREATOR))) {
      broken.add("no entity is the creator of the tag");
    }
    if (tag.isPatch() && !hasLink(tag, Rel.PATCHES)) {
      broken.add("patch without link to the software that it changes");
    }
    boolean primary = tag.kind() == TagKind.PRIMARY;
    if ((primary || tag.isCorpus()) && tag.softwareVersion().isEmpty()) {
      broken.add("software without version");
    }
    if (tag.tagId() instanceof TagId.OfText id && id.text().contains("__")) {
      broken.add("name of the tag has two underscores in a row");
    }
    return broken;
  }

  private static boolean hasLink(ConciseSwidTag tag, Label rel) {
    return tag.links().stream().anyMatch(link -> link.rel().equals(rel));
  }
}
