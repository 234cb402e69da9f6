package fr.guichet.identity;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the bank adds to the rules for passwords, {@code guichet.passwords.*}.
 *
 * @param ownWords of which no password may consist, alone or with other common words: the names of the bank, its products, its towns
 */
@ConfigurationProperties("guichet.passwords")
record PasswordProperties(@DefaultValue List<String> ownWords) {}
