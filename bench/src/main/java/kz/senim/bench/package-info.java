/** Benchmarks, with the peers measured in the same run. */
@NullMarked
package kz.senim.bench;

import org.jspecify.annotations.NullMarked;
