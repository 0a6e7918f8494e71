using System.Globalization;
using System.Text;
using LabTest.Testing;

namespace LabTest.Tests;

public sealed class PrintableTextTests
{
    [Theory]
    [InlineData("3.3 V ± 2 mV, Ω, 25 °C", "3.3 V ± 2 mV, Ω, 25 °C")]
    [InlineData("日本語 🙂 e\u0301", "日本語 🙂 e\u0301")]
    [InlineData("\u001b[31mred\u0007", "\\x1B[31mred\\x07")]
    [InlineData("a\r\nb\t\tc\n", "a b c")]
    [InlineData(" ± ", " ± ")]
    [InlineData("\n a", " a")]
    [InlineData("\u202eevil\u2069", "\\u202Eevil\\u2069")]
    [InlineData("\u009b2J", "\\x9B2J")]
    public void A_text_in_one_line_reads_as_it_is_and_commands_nothing(string text, string shown) => PrintableText.OneLine(text).Should().Be(shown);

    [Fact]
    public void Half_a_character_is_not_shown() => PrintableText.OneLine("\ud800x\udfff").Should().Be("\uFFFDx\uFFFD");

    [Fact]
    public void A_text_of_several_lines_keeps_them() => PrintableText.Of("a\r\n\tb\u001b").Should().Be("a\n\tb\\x1B");

    [Fact]
    public void A_cut_never_divides_a_character() => PrintableText.Cut("ab🙂cd", 4).Should().Be("ab…");

    [Fact]
    public void Whatever_characters_come_none_of_them_commands_hides_or_turns()
    {
        var random = Effort.Random(0);
        for (var run = 0; run < Effort.Count(2_000, 200_000); run++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)(random.Next(3) switch { 0 => random.Next(0x100), 1 => random.Next(0x2000, 0x2100), _ => random.Next(0x10000) }))]);
            PrintableText.OneLine(text).EnumerateRunes().Where(IsUnseen).Should().BeEmpty();
        }
    }

    private static bool IsUnseen(Rune rune) => rune.Value is not (0x200C or 0x200D or 0xAD) && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
