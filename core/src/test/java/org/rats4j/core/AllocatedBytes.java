package org.rats4j.core;

import java.lang.reflect.Method;

/** Counts what the current thread allocates. */
public final class AllocatedBytes {
  private final Object threads;
  private final Method counter;

  /** Creates a counter. By reflection, since core does not read the modules of the JDK for it. */
  public AllocatedBytes() throws ReflectiveOperationException {
    threads =
        Class.forName("java.lang.management.ManagementFactory")
            .getMethod("getThreadMXBean")
            .invoke(null);
    counter =
        Class.forName("com.sun.management.ThreadMXBean")
            .getMethod("getThreadAllocatedBytes", long.class);
  }

  /** Returns how many bytes the current thread has allocated so far. */
  public long soFar() throws ReflectiveOperationException {
    return (long) counter.invoke(threads, Thread.currentThread().getId());
  }
}
