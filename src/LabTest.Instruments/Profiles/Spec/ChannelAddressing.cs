using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a way to address channels")]
internal enum ChannelAddressing
{
    /// <summary><c>CHANnel{ch}:SCALe</c>: the template has a hole.</summary>
    Header,

    /// <summary><c>VOLTage 5,(@1)</c>: a channel list is appended.</summary>
    List,

    /// <summary><c>INSTrument:NSELect 1</c> is sent first.</summary>
    Select,
}
