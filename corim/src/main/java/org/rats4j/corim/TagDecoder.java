package org.rats4j.corim;

import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborReader;

/**
 * Reads tags of a CoRIM that this library carries and does not look into: a CoTS, or one of a
 * profile or a newer draft. Given to {@link CorimProfiles#with(TagDecoder)}, it is asked while a
 * CoRIM is decoded, so that a tag that it refuses refuses the CoRIM.
 */
public interface TagDecoder {
  /**
   * Returns the CBOR tag, unsigned: {@link ConciseTag#COTS}, or one that the draft does not give.
   */
  long number();

  /**
   * Reads what is under the tag; of a CoTS what is in the byte string.
   *
   * @return what it says, for {@link ConciseTag.Decoded#value(Class)}
   * @throws DecodingException if {@code in} does not stand at a valid tag
   */
  Object decode(CborReader in) throws DecodingException;
}
