package kz.senim.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.senim.book.Books;
import kz.senim.book.LawFolder;
import kz.senim.core.authoring.LawReader;
import kz.senim.core.law.CompiledBook;
import kz.senim.core.law.LawBook;
import kz.senim.core.source.SourceFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Compiling the whole law, and loading the compiled book. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // set up by JMH
public class BookBench {

  private byte[] compiled;
  private List<SourceFile> files;

  @Setup
  public void read() throws IOException {
    compiled = CompiledBook.write(Books.shipped());
    files = LawFolder.read(Path.of(System.getProperty("senim.law", "law")));
  }

  /** Warm: the book that ships, from bytes to a {@link LawBook}. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Fork(1)
  @Warmup(iterations = 3, time = 2)
  @Measurement(iterations = 5, time = 2)
  public LawBook load() {
    return CompiledBook.read(compiled);
  }

  /** Cold, as the build does it: read, check, compile, run all cases, in a new JVM. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Fork(5)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public LawReader.Result compileWholeLaw() {
    return LawReader.read(files);
  }
}
