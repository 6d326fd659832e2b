package org.rats4j.benchmarks.cmw;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.rats4j.benchmarks.Goal;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;

/** Decodes a record in CBOR, against making the same record of its bytes. */
@State(Scope.Benchmark)
@Goal(peer = "record", speed = 0, allocation = 1.0)
public class CmwRecordAllocation {
  @Param({"64", "1024"})
  private int size = 64;

  private Bytes wire = Bytes.EMPTY;
  private byte[] value = {};

  /** Makes the record. */
  @Setup
  public void setUp() throws DecodingException {
    value = new byte[size];
    wire = ((CmwRecord) record()).encode(CmwForm.CBOR);
  }

  /** Ours: the value is a view of the input. */
  @Benchmark
  public Object rats4j() throws DecodingException {
    return Cmw.decode(wire, Encoding.CBOR, CmwOptions.STRICT);
  }

  /** The record and a copy of its bytes. */
  @Benchmark
  public Object record() {
    return CmwRecord.of(ContentFormat.of(263), Bytes.copyOf(value));
  }
}
