using System.Globalization;
using System.Text;
using LabTest.Recording.Terminal;
using LabTest.Testing;

namespace LabTest.Recording.Tests.Terminal;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("3.3 V ± 2 mV, Ω, 25 °C", "3.3 V ± 2 mV, Ω, 25 °C")]
    [InlineData("日本語 🙂 e\u0301", "日本語 🙂 e\u0301")]
    [InlineData("\u001b[31mred\u0007", "␛[31mred␇")]
    [InlineData("a\r\nb\t\tc\n", "a b c")]
    [InlineData(" ± ", " ± ")]
    [InlineData("\n a", " a")]
    [InlineData("\u202eevil\u2069", "\uFFFDevil\uFFFD")]
    [InlineData("\u009b2J", "\uFFFD2J")]
    public void A_text_in_one_line_reads_as_it_is_and_commands_nothing(string text, string shown) => VisibleText.OneLine(text).Should().Be(shown);

    [Fact]
    public void Half_a_character_is_not_shown() => VisibleText.OneLine("\ud800x\udfff").Should().Be("\uFFFDx\uFFFD");

    [Fact]
    public void A_text_of_several_lines_keeps_them() => VisibleText.Of("a\r\n\tb\u001b").Should().Be("a\n\tb␛");

    [Fact]
    public void A_cut_never_divides_a_character() => VisibleText.Cut("ab🙂cd", 4).Should().Be("ab…");

    [Fact]
    public void Whatever_characters_come_none_of_them_commands_hides_or_turns()
    {
        var random = Effort.Random(0);
        for (var run = 0; run < Effort.Count(2_000, 200_000); run++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)(random.Next(3) switch { 0 => random.Next(0x100), 1 => random.Next(0x2000, 0x2100), _ => random.Next(0x10000) }))]);
            VisibleText.OneLine(text).EnumerateRunes().Where(IsUnseen).Should().BeEmpty();
        }
    }

    private static bool IsUnseen(Rune rune) => rune.Value is not (0x200C or 0x200D or 0xAD) && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
