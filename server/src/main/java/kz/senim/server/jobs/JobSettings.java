package kz.senim.server.jobs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long work is done.
 *
 * @param atOnce how many jobs one server does at the same time, so that pages stay fast
 * @param takeOver after how long a server that says nothing is taken for dead and its jobs go to
 *     another
 */
@ConfigurationProperties("senim.jobs")
record JobSettings(int atOnce, Duration takeOver) {}
