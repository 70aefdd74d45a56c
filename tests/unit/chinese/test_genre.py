"""Readings that this genre must have right: its set phrases, places and people, each in a phrase."""

import pytest

from casesite.chinese.pinyin import annotate


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("重庆长寿区的柚子上市了", "重庆长", "chóng qìng cháng"),
        ("六安的瓜片茶远近闻名", "六安", "lù ān"),
        ("单县的羊汤馆坐满了人", "单县", "shàn xiàn"),
        ("武汉黄陂的游客不断", "黄陂", "huáng pí"),
        ("全县推行河长制", "河长制", "hé zhǎng zhì"),
        ("街巷长每天查看两遍", "街巷长", "jiē xiàng zhǎng"),
        ("让群众得实惠", "得实惠", "dé shí huì"),
        ("干部干得好", "干得好", "gàn de hǎo"),
        ("材料不全还得去镇上补", "还得去", "hái děi qù"),
        ("银行行长带队上门办贷款", "银行行长", "yín háng háng zhǎng"),
        ("志愿者在行动", "在行动", "zài xíng dòng"),
        ("目标的确定要符合村情", "的确定", "de què dìng"),
        ("打响春季植树总行动", "总行动", "zǒng xíng dòng"),
        ("重点项目已开工", "重点", "zhòng diǎn"),
        ("给农户上了3重保障", "重保障", "chóng bǎo zhàng"),
        ("仇书记带着大家修水渠", "仇书记", "qiú shū jì"),
        ("单主任念了名单", "单主任", "shàn zhǔ rèn"),
        ("曾县长到工地查看进度", "曾县长", "zēng xiàn zhǎng"),
        ("任镇长连夜赶到", "任镇长", "rén zhèn zhǎng"),
        ("解书记挨户动员", "解书记", "xiè shū jì"),
        ("解放村的老党员", "解放村", "jiě fàng cūn"),
        ("各单位主任按时参会", "单位主任", "dān wèi zhǔ rèn"),
        ("他曾任县长", "曾任县长", "céng rèn xiàn zhǎng"),
        ("公布了任务书", "任务书", "rèn wù shū"),
        ("查清问题根源", "查清", "chá qīng"),
        ("重慶銀行行長到村裡", "重慶銀行行長", "chóng qìng yín háng háng zhǎng"),
        ("朝阳区的口袋公园", "朝阳区", "cháo yáng qū"),
        ("老匠人大都年过六旬", "大都", "dà dū"),
        ("都市里的年轻人返乡", "都市", "dū shì"),
        ("乐亭的大棚蜜桃", "乐亭", "lào tíng"),
        ("东阿的阿胶糕", "东阿的阿", "dōng ē de ē"),
        ("村里的会计公开了账目", "会计", "kuài jì"),
        ("班子成员下村调研", "调研", "diào yán"),
        ("上门调解纠纷", "调解", "tiáo jiě"),
        ("产业基础参差不齐", "参差", "cēn cī"),
        ("牢记为人民服务的宗旨", "为人民", "wèi rén mín"),
        ("因为修通了路", "因为", "yīn wèi"),
        ("培训为期五天", "为期", "wéi qī"),
        ("村民到地里摘菜", "地里", "dì lǐ"),
        ("河水慢慢地清了", "慢慢地", "màn màn de"),
        ("老旧片区改造", "片区", "piàn qū"),
        ("全镇十六个村", "个村", "gè cūn"),
        ("考察组一行十人", "一行十", "yī xíng shí"),
        ("行距要留够", "行距", "háng jù"),
    ],
)
def test_the_genre_is_read_right(text: str, marked: str, expected: str) -> None:
    start = text.index(marked)
    read = annotate(text)[start : start + len(marked)]
    assert " ".join(reading for _, reading in read) == expected
