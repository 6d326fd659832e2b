package org.rats4j.core.cose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;

class CoseHashTest {

  @ParameterizedTest
  @CsvSource({
    "-16, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "-17, 53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23",
    "-18, 5881092dd818bf5cf8a3ddb793fbcba74097d5c526a6d35f97b83351940f2cc8",
    "-43, cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
        + "8086072ba1e7cc2358baeca134c825a7",
    "-44, ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
    "-45, 483366601360a8771c6863080cc4114d8db44530f8f1e1ee4f94ea37e78b5739"
        + "d5a15bef186a5386c75744c0527e1faa9f8726e462a12a4feb06bd8801e751e4"
  })
  void hashesAbcAsTheStandardsDo(long algorithm, String digest) {
    assertEquals(Optional.of(Bytes.ofHex(digest)), CoseHash.digest(algorithm, Bytes.ofUtf8("abc")));
    assertEquals(OptionalInt.of(digest.length() / 2), CoseHash.size(algorithm));
  }

  @Test
  void knowsNoOtherHash() {
    assertEquals(Optional.empty(), CoseHash.digest(-14, Bytes.EMPTY));
    assertEquals(OptionalInt.empty(), CoseHash.size(-14));
  }
}
